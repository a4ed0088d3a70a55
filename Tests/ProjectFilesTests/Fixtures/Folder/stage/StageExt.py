class StageExt:
    def __init__(self, ownerComp):
        self.ownerComp = ownerComp
