"""How wide a text is, measured in DejaVu Sans: the widest face that readers are likely to have.

What fits in this face fits in every system face, so a drawing can be laid out before anyone knows its reader's font.
"""

from __future__ import annotations

import re
from functools import lru_cache

_REGULAR = r"""
275:' 278:ijlìíîï 295:IJÌÍÎÏ 318:,.‘’· 337:/:;\| 352:f 361:- 390:()[] 392:t 401:! 411:r 460:" 500:*_`–°
518:“” 521:s 525:zг 531:? 532:з 549:э 550:cсç 557:L 575:F 579:k 583:т 589:вь 591:ч 592:vxyухýÿ 602:я 603:PР
604:к 605:Þ 609:У 610:Г 611:TYТÝ 612:o«»оðòóôõöø 613:aаàáâãäå 615:eеёèéêë 617:б 630:ß 632:EЕЁÈÉÊË
634:hnuñùúûü 635:Sbdgpqрþ 636:$0123456789{}€₽ 639:л 641:З 650:ий 654:нп 656:K 681:ц 684:AVАÀÁÂÃÄÅ 685:XZХ
686:BБВЧЬ 691:д 695:RЯ 698:CСЭÇ 707:ъ 710:К 732:UÙÚÛÜ 748:NИЙÑ 752:HЛНП 754:м 770:D 775:GÐ 776:Ц 780:& 781:Д
787:OQОÒÓÔÕÖØ 790:ы 818:w 833:Ъ 838:#+<=>^~−××÷ 842:ю 855:ф 861:Ф 863:MМ 882:Ы 901:ж 915:ш 942:щ 950:%
974:mÆ 982:æ 989:W 1000:@—…®™ 1040:№ 1069:Ш 1077:Ж 1080:Ю 1094:Щ
"""
_BOLD = r"""
306:' 343:ijlìíîï 365:/\| 372:IJÌÍÎÏ 380:,.‘’· 400::; 415:- 435:f 456:! 457:()[] 478:t 493:r 500:_`–° 521:"
522:г 523:* 580:?т 581:з 582:z 593:cсэç 595:s 632:ь 633:в 637:LГ 642:я 645:xх 646:«» 652:vyуýÿ 657:“” 665:k
675:aаàáâãäå 678:eеёèéêë 679:к 682:TТ 683:EFЕЁÈÉÊË 687:oочðòóôõöø 691:нп 696:$0123456789€₽ 698:б 701:ий
710:З 712:hnu{}ñùúûü 716:bdgpqрþ 719:ß 720:S 724:YÝ 725:Z 732:л 733:PР 734:CСЭÇ 738:Þ 741:ц 751:ъ 762:BБВЬ
770:RЯ 771:XУХ 774:AVАÀÁÂÃÄÅ 775:K 808:Чд 812:UÙÚÛÜ 817:Км 821:G 830:D 831:Л 837:HNИЙНПÑ 838:#+<=>^~−×Ð×÷
850:OQОÒÓÔÕÖØ 872:& 891:Д 904:ы 924:w 928:Ц 939:Ъ 972:ю 992:Фф 995:MМж 1000:@—…®™ 1002:% 1036:Ы 1042:m
1048:æ 1062:ш 1085:Æ 1103:W 1105:щ 1174:Ю 1203:№ 1224:Ж 1235:Ш 1326:Щ
"""


def _read_widths(table: str, space: int) -> dict[str, int]:
    """Letter to advance width in thousandths of the type size; the table holds ``width:letters`` in plain text."""
    widths = {" ": space, "\u00a0": space, "\u00ad": 0, "\u2060": 0}
    for entry in table.split():
        width, letters = entry.split(":", 1)
        widths |= dict.fromkeys(letters, int(width))
    return widths


_WIDTHS = {False: _read_widths(_REGULAR, 318), True: _read_widths(_BOLD, 348)}
_WIDEST = 1326
_BREAK = re.compile(r"(?<=\S{3}) ")


@lru_cache(maxsize=4096)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of a line in the unit of ``size``. An unknown letter counts as the widest known one."""
    widths = _WIDTHS[bold]
    return sum(widths.get(letter, _WIDEST) for letter in text) * size / 1000


@lru_cache(maxsize=1024)
def wrap_text(text: str, size: float, lines: int, *, bold: bool = False) -> tuple[str, ...]:
    """The text in at most that many lines, as narrow as they can be.

    Breaks at spaces, never at no-break spaces, nor after a word of one or two letters: it belongs to the next.
    """
    words = _BREAK.split(text)
    limits = {
        text_width(" ".join(words[first:last]), size, bold=bold)
        for first in range(len(words))
        for last in range(first + 1, len(words) + 1)
    }
    for limit in sorted(limits):
        broken = _break_lines(words, size, limit, bold=bold)
        if len(broken) <= lines and all(text_width(line, size, bold=bold) <= limit for line in broken):
            return tuple(broken)
    return (text,)


def _break_lines(words: list[str], size: float, limit: float, *, bold: bool) -> list[str]:
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if text_width(longer, size, bold=bold) <= limit:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
