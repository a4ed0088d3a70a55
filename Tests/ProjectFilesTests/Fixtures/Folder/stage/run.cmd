not an operator
