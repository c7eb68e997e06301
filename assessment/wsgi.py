"""The app for a WSGI server: ``gunicorn assessment.wsgi:app``."""

from assessment.app import create_app, prepare_site
from assessment.logs import set_up_logs

set_up_logs()
app = create_app()
prepare_site(app)
