"""The Firehose stream that buffers and delivers them."""

from pipeline.resources import stream
from pipeline.settings import Settings

stream.create(Settings.load())
