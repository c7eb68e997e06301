"""What somebody who is asked by a campaign opens: by a personal link, or signed in."""
