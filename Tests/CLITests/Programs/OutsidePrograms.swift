/// Programs that use sockets, pipes, clocks, chance and other programs.
enum OutsidePrograms {
    static let all: [ControlledProgram] = [
        ControlledProgram(
            "HTTP on this machine",
            """
            import threading, urllib.request
            from http.server import *
            class H(BaseHTTPRequestHandler):
                def do_GET(self):
                    self.send_response(200); self.send_header('Content-Length','2'); self.end_headers(); self.wfile.write(b'ok')
                def log_message(self,*a): pass
            s=ThreadingHTTPServer(('127.0.0.1',0),H)
            threading.Thread(target=s.serve_forever,daemon=True).start()
            assert urllib.request.urlopen('http://127.0.0.1:%d/'%s.server_port,timeout=20).read()==b'ok'
            s.shutdown(); s.server_close()
            """),
        ControlledProgram(
            "a coroutine handed to another thread",
            """
            import asyncio, threading
            loop=asyncio.new_event_loop()
            threading.Thread(target=loop.run_forever,daemon=True).start()
            async def f():
                await asyncio.sleep(1)
                return 3
            assert asyncio.run_coroutine_threadsafe(f(),loop).result(20)==3
            loop.call_soon_threadsafe(loop.stop)
            """),
        ControlledProgram(
            "a database",
            """
            import sqlite3
            c=sqlite3.connect(':memory:'); c.execute('select 1').fetchall()
            """),
        ControlledProgram(
            "a fork",
            """
            import os
            p=os.fork()
            if p==0: os._exit(0)
            os.waitpid(p,0)
            """),
        ControlledProgram(
            "a hundred seconds by datetime",
            """
            import datetime, time
            a=datetime.datetime.now(); time.sleep(100)
            assert 99<(datetime.datetime.now()-a).total_seconds()<101
            """),
        ControlledProgram(
            "a pair of sockets",
            """
            import socket, threading
            a,b=socket.socketpair(); out=[]
            t=threading.Thread(target=lambda: out.append(a.recv(10)),daemon=True); t.start()
            b.send(b'hi'); t.join(); assert out==[b'hi']
            """),
        ControlledProgram(
            "a pipe",
            """
            import os, threading
            r,w=os.pipe(); out=[]
            t=threading.Thread(target=lambda: out.append(os.read(r,3)),daemon=True); t.start()
            os.write(w,b'abc'); t.join(); assert out==[b'abc']
            """),
        ControlledProgram(
            "a program that is run",
            """
            import subprocess
            assert subprocess.run(['echo','x'],capture_output=True,text=True).stdout=='x\\n'
            """),
        ControlledProgram(
            "a program's lines, read by a thread",
            """
            import subprocess, threading
            out=[]
            def w():
                p=subprocess.Popen(['sh','-c','echo a; echo b'],stdout=subprocess.PIPE,text=True)
                for l in p.stdout: out.append(l.strip())
                p.wait()
            t=threading.Thread(target=w,daemon=True); t.start(); t.join(); assert out==['a','b'], out
            """),
        ControlledProgram(
            "a scheduler",
            """
            import sched, time
            s=sched.scheduler(); s.enter(5,1,lambda: None); s.run()
            """),
        ControlledProgram(
            "a signal handler",
            """
            import signal, os
            signal.signal(signal.SIGUSR1, lambda *a: None); os.kill(os.getpid(), signal.SIGUSR1)
            """),
        ControlledProgram(
            "a socket that accepts",
            """
            import socket, threading
            s=socket.create_server(('127.0.0.1',0)); out=[]
            def w():
                c,_=s.accept(); out.append(c.recv(5)); c.close()
            t=threading.Thread(target=w,daemon=True); t.start()
            c=socket.create_connection(s.getsockname()); c.sendall(b'hello'); t.join(); assert out==[b'hello']
            """),
        ControlledProgram(
            "a temporary file",
            """
            import tempfile
            with tempfile.TemporaryFile() as f: f.write(b'x')
            """),
        ControlledProgram(
            "asyncio in a thread",
            """
            import asyncio, threading
            async def main():
                await asyncio.sleep(2)
                return 5
            out=[]
            t=threading.Thread(target=lambda: out.append(asyncio.run(main())),daemon=True)
            t.start(); t.join(); assert out==[5]
            """),
        ControlledProgram(
            "asyncio.to_thread",
            """
            import asyncio, threading
            async def main(): return await asyncio.to_thread(lambda: 7)
            out=[]
            t=threading.Thread(target=lambda: out.append(asyncio.run(main())),daemon=True)
            t.start(); t.join(); assert out==[7]
            """),
        ControlledProgram(
            "chance",
            """
            import random, uuid, os
            random.random(); uuid.uuid4(); os.urandom(4); set(map(str,range(9)))
            """),
        ControlledProgram(
            "imports in two threads",
            """
            import threading
            def w():
                import xml.dom.minidom, decimal
            ts=[threading.Thread(target=w,daemon=True) for _ in range(2)]
            [t.start() for t in ts]; [t.join() for t in ts]
            """),
        ControlledProgram(
            "logging in two threads",
            """
            import logging, threading
            logging.basicConfig(level=10); log=logging.getLogger('x')
            ts=[threading.Thread(target=log.info,args=('a',),daemon=True) for _ in range(2)]
            [t.start() for t in ts]; [t.join() for t in ts]
            """),
        ControlledProgram(
            "select",
            """
            import select, socket
            a,b=socket.socketpair()
            assert select.select([a],[],[],2)[0]==[]
            b.send(b'x'); assert select.select([a],[],[],2)[0]==[a]
            """),
    ]
}
