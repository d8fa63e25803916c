"""Who answers for what: statements, tables and sentences that name bodies and their roles."""
