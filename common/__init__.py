"""What several programs need and none owns; it imports no other package of the project.

Standard library only, except `server`, which stands on uvicorn.
"""
