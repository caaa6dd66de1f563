import asyncio
from contextlib import aclosing


class Sensor:
    async def __aenter__(self):
        await asyncio.sleep(0.2)
        print("sensor on")
        return self

    async def __aexit__(self, *_):
        await asyncio.sleep(0.2)
        print("sensor off")

    async def readings(self):
        try:
            for degrees in (18, 19, 23, 17, 16):
                await asyncio.sleep(1)
                yield degrees
        finally:
            print("no more readings")


async def main():
    async with Sensor() as sensor, aclosing(sensor.readings()) as readings:
        async for degrees in readings:
            print(f"{degrees} degrees")
            if degrees > 20:
                print("too warm")
                break


asyncio.run(main())
