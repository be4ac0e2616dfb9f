package cluster;

import java.io.IOException;
import java.nio.file.Path;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * One node of a cluster in a process of its own, so that killing it is real.
 *
 * <p>{@code Node FOLDER NAME HTTP_PORT TRANSPORT_PORT NAMES ADDRESSES}: the last two are of all nodes,
 * by commas. It ends when its standard input does, so that no node outlives who started it.
 */
public final class Node {
  private Node() {}

  public static void main(String[] args) throws IOException {
    String folder = args[0], name = args[1], http = args[2], transport = args[3];
    String[] names = args[4].split(","), addresses = args[5].split(",");
    OpenSearchRunner runner = new OpenSearchRunner();
    runner.onBuild(
        (number, settings) ->
            settings
                .put("node.name", name)
                .put("http.port", http)
                .put("transport.port", transport)
                .put("network.host", "127.0.0.1")
                .putList("discovery.seed_hosts", addresses)
                .putList("cluster.initial_cluster_manager_nodes", names)
                .put("cluster.routing.allocation.disk.threshold_enabled", false));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(runner)));
    runner.build(
        OpenSearchRunner.newConfigs()
            .basePath(Path.of(folder, name).toString())
            .clusterName("kho-tin")
            .numOfNode(1));
    while (System.in.read() >= 0) {}
    System.exit(0);
  }

  private static void close(OpenSearchRunner runner) {
    try {
      runner.close();
    } catch (IOException error) {
      throw new java.io.UncheckedIOException(error);
    }
  }
}
