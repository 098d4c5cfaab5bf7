"""How the linter's findings are told: to a person, as JSON, as SARIF, as annotations of a GitHub workflow."""
