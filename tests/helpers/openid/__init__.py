"""OpenID providers of tests: the npm package `oidc-provider` as a process, and one that cheats."""
