"""What the administrator of the whole site sees: accounts and the log, never what anybody answered."""
