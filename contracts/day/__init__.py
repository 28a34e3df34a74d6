"""The service day: arrangements, opening check, closing."""
