package io.github.melascope.app;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/**
 * One window per user: a second start hands its files to the first and ends. They meet at a socket file that only this user
 * can reach; nothing goes over a network.
 */
public final class SingleInstance implements AutoCloseable {
    /** More than the longest command line; whatever sends more is not ours. */
    private static final int MAX_BYTES = 8 << 20;

    private static final byte TAKEN = 1;

    private final Path socket;
    private final ServerSocketChannel server;
    private final ExecutorService thread = Threads.single("window-socket");

    private SingleInstance(Path socket, ServerSocketChannel server) {
        this.socket = socket;
        this.server = server;
    }

    /**
     * Hands files to the window that is open.
     *
     * @param files absolute paths; none to only bring the window to the front
     * @return false when there is no such window
     */
    public static boolean handOver(Path socket, List<Path> files) {
        if (!Files.exists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            StringBuilder text = new StringBuilder();
            files.forEach(file -> text.append(file).append('\n'));
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.shutdownOutput();
            return channel.read(ByteBuffer.allocate(1)) == 1;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /**
     * Takes the files of later starts from now on.
     *
     * @param files hears of them, on a thread of this object
     * @throws IOException when there can be no socket; the program then simply allows a second window
     */
    public static SingleInstance listen(Path socket, Consumer<List<Path>> files) throws IOException {
        Path folder = socket.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.deleteIfExists(socket); // of a program that was killed
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
        SingleInstance instance = new SingleInstance(socket, server);
        instance.thread.execute(() -> instance.serve(files));
        return instance;
    }

    private void serve(Consumer<List<Path>> files) {
        while (server.isOpen()) {
            try (SocketChannel channel = server.accept()) {
                byte[] bytes = Channels.newInputStream(channel).readNBytes(MAX_BYTES);
                files.accept(new String(bytes, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(Path::of)
                        .toList());
                channel.write(ByteBuffer.wrap(new byte[] {TAKEN}));
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException | RuntimeException e) {
                System.getLogger(SingleInstance.class.getName())
                        .log(System.Logger.Level.WARNING, "a second start could not hand over its files", e);
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            System.getLogger(SingleInstance.class.getName())
                    .log(System.Logger.Level.WARNING, "the socket file stays behind", e);
        }
        Threads.shutDown(thread);
    }
}
