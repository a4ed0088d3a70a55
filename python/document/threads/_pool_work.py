"""What the pool's processes run: a file of its own, for they cannot import a DAT."""


def count_primes(limit: int) -> int:
	return sum(all(number % other for other in range(2, number)) for number in range(2, limit))
