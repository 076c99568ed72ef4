using Director.Application.Common.Ports;
using Director.Application.PromptHelp;
using Director.Domain.Common;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Providers.PromptHelp;

/// <inheritdoc cref="IHelpLedger" />
internal sealed class HelpLedger(DirectorDbContext db, ICaller caller) : IHelpLedger
{
    public Task AddAsync(HelpCall call, Stamp stamp, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
             insert into prompt_help_calls (workspace_id, id, about_id, root_id, model, tokens_in, tokens_out, cost_amount, provider_amount, provider_currency, provider_rate, created_by, ended_at)
             values ({caller.Workspace().Value}, {call.Id}, {call.About}, {call.Root}, {call.Answer.Model[..Math.Min(call.Answer.Model.Length, 200)]}, {call.Answer.TokensIn}, {call.Answer.TokensOut}, {call.Quote.Estimate.Amount},
               {call.Quote.Price.Amount}, {call.Quote.Price.Currency}, {call.Quote.Rate}, {stamp.By.Value}, {stamp.At})
             """, ct);
}
