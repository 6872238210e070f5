package no.arealkompass.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Asks a publisher. The address is looked at where the connection is made: a name that was public when it was checked, and
 * is this machine's own when it is asked for again, leads nowhere. Hence not the newer HTTP client, which makes its
 * connections where nobody can look.
 */
final class Asking {
    private final FetchLimits limits;

    Asking(FetchLimits limits) {
        this.limits = limits;
    }

    /** What was answered; redirects are answers too. */
    record Answer(int statusCode, HttpHeaders headers, InputStream body) {}

    /** @throws FetchFailed when the host's address is not one of the open internet */
    Answer ask(URI address, Map<String, String> headers) throws IOException {
        var connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
        if (connection instanceof HttpsURLConnection https) {
            https.setSSLSocketFactory(new Guarding(https.getSSLSocketFactory(), limits.localAddresses()));
        }
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout((int) limits.connect().toMillis());
        connection.setReadTimeout((int) limits.answer().toMillis());
        headers.forEach(connection::setRequestProperty);
        connection.setRequestProperty("Accept", "*/*");
        connection.setRequestProperty("Accept-Encoding", "identity");
        connection.setRequestProperty("User-Agent", "Arealkompass");
        connection.setRequestProperty("Connection", "close");
        int status = status(connection);
        if (status < 0) {
            throw new IOException("no HTTP");
        }
        var body = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
        return new Answer(status, headers(connection), body == null ? InputStream.nullInputStream() : body);
    }

    /** The JDK wraps what is thrown where the connection is made. */
    private static int status(HttpURLConnection connection) throws IOException {
        try {
            return connection.getResponseCode();
        } catch (RuntimeException e) {
            throw e.getCause() instanceof FetchFailed failed ? failed : e;
        }
    }

    /** Without the status line, which has no name. */
    private static HttpHeaders headers(HttpURLConnection connection) {
        Map<String, List<String>> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        connection.getHeaderFields().forEach((name, values) -> {
            if (name != null) {
                named.put(name, values);
            }
        });
        return HttpHeaders.of(named, (name, value) -> true);
    }

    /** Makes plain connections to public addresses only, and lays TLS over them as the JDK does. */
    static final class Guarding extends SSLSocketFactory {
        private final SSLSocketFactory tls;
        private final boolean local;

        Guarding(SSLSocketFactory tls, boolean local) {
            this.tls = tls;
            this.local = local;
        }

        @Override
        public Socket createSocket() {
            return new Guarded(local);
        }

        @Override
        public Socket createSocket(Socket below, String host, int port, boolean close) throws IOException {
            return tls.createSocket(below, host, port, close);
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return tls.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return tls.getSupportedCipherSuites();
        }
    }

    private static final class Guarded extends Socket {
        private final boolean local;

        Guarded(boolean local) {
            this.local = local;
        }

        @Override
        public void connect(@Nullable SocketAddress endpoint, int timeout) throws IOException {
            if (!(endpoint instanceof InetSocketAddress to) || to.isUnresolved()) {
                throw new UnknownHostException(String.valueOf(endpoint));
            }
            if (!local) {
                FetchHosts.requirePublic(to.getHostString(), to.getAddress());
            }
            super.connect(endpoint, timeout);
        }
    }
}
