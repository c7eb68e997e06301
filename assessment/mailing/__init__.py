"""Letters → mails on their way: the message as bytes, the mail server, the folder. Knows no web and no database."""
