"""One module for each thing somebody asks of the hall.

A use case is a function `use_case(command, *, work, now)`: it changes what it changes through `work` and returns an
answer. It never commits: the writer lane gives each command a savepoint of its own, commits those that waited together
in one transaction, and only then lets their answers leave. A refusal (HallError) rolls the savepoint back.
"""
