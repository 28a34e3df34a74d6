"""The database: engine, tables, migrations, readers, the writer."""
