package org.throughcare.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** The way from the nodes to a server. It can be made long, so that each request takes more time, and broken off. */
final class Wire implements AutoCloseable {

    private static final int LARGEST_PART = 64 * 1024;

    private final ServerSocket entrance;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean breaksOff;

    Wire(int target) {
        this.target = target;
        try {
            entrance = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.submit(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    void delayEachRequestBy(Duration time) {
        delay = time;
    }

    /** Nobody seems to be there: what connects is broken off at once. */
    void breaksOff(boolean broken) {
        breaksOff = broken;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                sockets.add(client);
                threads.submit(() -> connect(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        if (breaksOff) {
            end(client);
            return;
        }
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            threads.submit(() -> carry(client, server, true));
            threads.submit(() -> carry(server, client, false));
        } catch (IOException e) {
            end(client);
        }
    }

    private void carry(Socket from, Socket to, boolean request) {
        byte[] part = new byte[LARGEST_PART];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(part); length >= 0; length = in.read(part)) {
                if (request && !delay.isZero()) {
                    LockSupport.parkNanos(delay.toNanos());
                }
                out.write(part, 0, length);
            }
        } catch (IOException e) {
            // one side is gone, and so the other shall be
        } finally {
            end(from);
            end(to);
        }
    }

    private void end(Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        sockets.forEach(this::end);
        threads.shutdownNow();
    }
}
