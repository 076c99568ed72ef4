using Director.Api.Cli;
using Director.Api.Hosting;

return DocumentGeneration.IsRunning
    ? await DocumentGeneration.RunAsync(args)
    : await DirectorCommandLine.RunAsync(args);
