"""Calls the callbacks of DATs that watch others; the host tells what has changed."""
