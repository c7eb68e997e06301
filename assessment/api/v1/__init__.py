"""Version 1 of the interface, at ``/api/v1``."""

from assessment.api.v1 import assessment_views, framework_views, result_views
from assessment.api.v1.reference import views as reference_views
from assessment.api.v1.routes import blueprint

__all__ = ["assessment_views", "blueprint", "framework_views", "reference_views", "result_views"]
