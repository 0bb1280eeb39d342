"""The screenplay as a PDF, from the domain's pages."""
