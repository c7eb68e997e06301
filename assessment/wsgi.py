"""The app for a WSGI server: ``gunicorn assessment.wsgi:app``. Mails are sent by ``cx-wheel worker`` beside it."""

import logging

from assessment.app import create_app, prepare_site
from assessment.logs import set_up_logs

set_up_logs()
app = create_app()
prepare_site(app)

if (_warning := app.extensions["cx_wheel"].settings.mail_warning) is not None:
    logging.getLogger("assessment").warning(_warning)
