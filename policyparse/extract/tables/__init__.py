"""Tables as grids of cells, whether the file marks them or running text holds them flattened."""
