"""Blocking, lighting and the details of shots: the director and the cinematographer at work on a scene."""
