"""The QuickSight dashboard over the table."""

from pipeline.resources import dashboard
from pipeline.settings import Settings

dashboard.create(Settings.load())
