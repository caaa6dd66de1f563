import asyncio


class Account:
    def __init__(self):
        self.balance = 0

    async def deposit(self, amount):
        seen = self.balance
        await asyncio.sleep(0.1)  # asks the bank
        self.balance = seen + amount

    async def deposit_alone(self, amount, lock):
        async with lock:
            await self.deposit(amount)


async def main():
    account = Account()
    await asyncio.gather(account.deposit(100), account.deposit(100))
    print("without a lock:", account.balance)
    account.balance = 0
    lock = asyncio.Lock()
    await asyncio.gather(account.deposit_alone(100, lock), account.deposit_alone(100, lock))
    print("with a lock:", account.balance)


asyncio.run(main())
