"""Mails in words. No answer, no score and no secret but the link itself ever stands in one."""
