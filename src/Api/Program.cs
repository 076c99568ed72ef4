using Director.Api.Endpoints;
using Director.Api.OpenApi;
using Director.Api.Security;
using Director.Application;
using Director.Infrastructure;
using Director.Infrastructure.Persistence;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddApplication().AddInfrastructure().AddDirectorSecurity().AddDirectorOpenApi().WithoutWorkersWhenDescribed();

var app = builder.Build();
if (builder.Configuration["DATABASE_APP_URL"] is { Length: > 0 } database) app.Services.GetRequiredService<AppDatabase>().ConnectionString = database;
app.UseDirectorSecurity();
app.MapDirectorApi();
app.MapDirectorOpenApi();
await app.RunAsync();
