"""The result location of Athena's workgroup."""

from pipeline.resources import workgroup
from pipeline.settings import Settings

workgroup.create(Settings.load())
