"""The film put together."""
