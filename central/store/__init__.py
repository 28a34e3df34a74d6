"""The centre's database: engine, tables, migrations, and writing rows that may be there already."""
