"""The transfer of a visit to a service, counter or agent."""
