"""What of a campaign may be shown: one policy, failing closed, for pages, API, files, charts, mails and jobs alike.

``cells`` says which groups and filters there are, ``decide`` is the one door in, ``release`` what comes out.
"""
