"""Characters who go from production to production: cast, wrapped into canon, reconciled."""
