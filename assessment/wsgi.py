"""The app for a WSGI server: ``gunicorn assessment.wsgi:app``."""

from assessment.app import create_app, prepare_site

app = create_app()
prepare_site(app)
