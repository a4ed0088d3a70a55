"""Consumers wait on a condition until the producer has put something there."""

import threading


class BasketExt:
    def __init__(self, ownerComp):
        self.ownerComp = ownerComp
        self.filled = threading.Condition()
        self.items = []
        self.taken = []
        self.consumers = []
        self.producer = None

    def StartBasket(self):
        if self.producer is not None:
            return
        self.producer = threading.Thread(target=self.produce, daemon=True)
        for _ in range(2):
            consumer = threading.Thread(target=self.consume, daemon=True)
            self.consumers.append(consumer)
            consumer.start()
        self.producer.start()

    def produce(self):
        for item in (1, 2):
            with self.filled:
                self.items.append(item)
                self.filled.notify()

    def consume(self):
        with self.filled:
            while not self.items:
                self.filled.wait()
            self.taken.append(self.items.pop())

    def CheckBasket(self):
        if self.producer is None or self.producer.is_alive():
            return
        with self.filled:
            count = len(self.taken) + len(self.items)
        assert count == 2, count
        self.ownerComp.op('table1')[0, 0].val = count

    def onDestroyTD(self):
        for consumer in self.consumers:
            consumer.join(1)
            assert not consumer.is_alive()
