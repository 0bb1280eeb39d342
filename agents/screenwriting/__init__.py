"""The screenplay: written scene by scene, read through by the cast, argued over, revised."""
