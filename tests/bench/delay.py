"""A TCP proxy on loopback that makes a line long: bytes arrive later, and turns are counted."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import dataclass, field


@dataclass(slots=True)
class Turns:
    """How often the talk on a line went over to the client: one turn is one round trip."""

    count: int = 0
    _last: str = field(default="", repr=False)

    def saw(self, side: str) -> None:
        if side == "client" and self._last != "client":
            self.count += 1
        self._last = side


class DelayingProxy:
    """Listens on loopback and forwards to a port, ``delay_s`` later in each direction.

    Attributes:
        port: Where it listens.
        turns: Round trips seen on all connections so far.
    """

    def __init__(self, target_port: int, delay_s: float) -> None:
        self._target = target_port
        self._delay = delay_s
        self.turns = Turns()
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._writers: list[asyncio.StreamWriter] = []
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        self._ready.wait(10)

    def close(self) -> None:
        """End it with all its connections."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)

    def _serve(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._accept, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()
        server.close()
        self._loop.run_until_complete(self._end())
        self._loop.close()

    async def _end(self) -> None:
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for writer in self._writers:
            writer.transport.abort()
        await asyncio.sleep(0)  # the aborted transports close their sockets in the next turn

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._target)
        except OSError:
            writer.close()
            return
        self._writers += [writer, far_writer]
        await asyncio.gather(
            self._pump(reader, far_writer, "client"), self._pump(far_reader, writer, "server")
        )

    async def _pump(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, side: str
    ) -> None:
        queue: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

        async def deliver() -> None:
            while True:
                due, chunk = await queue.get()
                await asyncio.sleep(max(0.0, due - self._loop.time()))
                if not chunk:
                    break
                writer.write(chunk)
            writer.close()

        delivering = asyncio.ensure_future(deliver())
        try:
            while chunk := await reader.read(65536):
                self.turns.saw(side)
                queue.put_nowait((self._loop.time() + self._delay, chunk))
        except ConnectionError:
            pass
        queue.put_nowait((self._loop.time() + self._delay, b""))
        await delivering
