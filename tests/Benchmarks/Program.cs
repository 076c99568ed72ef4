using Director.Benchmarks;
using Director.Benchmarks.Baseline;

// The program is its own baseline server: two processes of one kind are compared, Director and this.
if (args is ["baseline", var connection, var workspace, var port]) return await BaselineServer.RunAsync(connection, Guid.Parse(workspace), port);

var options = RunOptions.Parse(args);
if (options is null)
{
    await Console.Error.WriteLineAsync(RunOptions.Usage);
    return 2;
}

await using var bench = await Bench.StartAsync(options);
await bench.RunAsync();
return 0;
