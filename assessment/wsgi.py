"""The app for a WSGI server: ``gunicorn assessment.wsgi:app``."""

from assessment.app import create_app, prepare_site
from assessment.logs import keep_logs_discreet

keep_logs_discreet()
app = create_app()
prepare_site(app)
