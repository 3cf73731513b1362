"""The language server: a second face beside the command line, for editors that speak LSP 3.17."""
