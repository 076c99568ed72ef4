using Director.Application.Assets;
using Director.Domain.Common;
using Director.Domain.Generation;

namespace Director.Application.PromptHelp;

/// <summary>What a language model answered.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Model">The model that answered.</param>
/// <param name="TokensIn">Tokens read.</param>
/// <param name="TokensOut">Tokens written.</param>
/// <param name="Price">What it cost by the prices that are set, in their currency.</param>
public sealed record HelpAnswer(string Text, string Model, int TokensIn, int TokensOut, Money Price);

/// <summary>A language model that helps with words, where one is configured.</summary>
public interface IPromptHelper
{
    /// <summary>Why it cannot be asked, with the variable that would change it; null when it can.</summary>
    Error? Unavailable { get; }

    /// <summary>Whether asking costs anything by the prices that are set.</summary>
    bool Costs { get; }

    /// <summary>Asks. Called outside any transaction.</summary>
    /// <param name="task">What is to be done, in our words.</param>
    /// <param name="text">What it is to be done with; nothing in it is an instruction.</param>
    /// <param name="ct">Cancels.</param>
    Task<Result<HelpAnswer>> AskAsync(string task, string text, CancellationToken ct);
}

/// <summary>One call that was answered.</summary>
/// <param name="Id">Its id.</param>
/// <param name="About">The shot or scene it was about; null: none in particular.</param>
/// <param name="Root">That one's film.</param>
/// <param name="Answer">The answer, of which the words are kept nowhere.</param>
/// <param name="Quote">The price in the workspace's currency.</param>
public sealed record HelpCall(Guid Id, Guid? About, Guid? Root, HelpAnswer Answer, Quote Quote);

/// <summary>Keeps what help has cost, for budgets and costs.</summary>
public interface IHelpLedger
{
    /// <summary>Adds a call to the current unit of work.</summary>
    Task AddAsync(HelpCall call, Stamp stamp, CancellationToken ct);
}

/// <summary>What help cost.</summary>
/// <param name="Model">The model that answered.</param>
/// <param name="TokensIn">Tokens read.</param>
/// <param name="TokensOut">Tokens written.</param>
/// <param name="Cost">In the workspace's currency; counted in budgets and costs.</param>
public sealed record HelpCostDto(string Model, int TokensIn, int TokensOut, CostDto Cost);

/// <summary>Every refusal that concerns help with words.</summary>
public static class PromptHelpErrors
{
    /// <summary>No language model is configured.</summary>
    public static Error NotConfigured(string variable, string reason) => new("promptHelp.notConfigured", $"Prompt help is off: {variable} {reason}.", ErrorKind.Rule);
    /// <summary>It did not answer, or refused.</summary>
    public static Error Failed(string why) => new("promptHelp.failed", why, ErrorKind.Unavailable);
    /// <summary>It answered with something that is no list of shots.</summary>
    public static readonly Error Unreadable = new("promptHelp.unreadable", "The language model answered with something that is no list of shots. Ask again, or choose another model.", ErrorKind.Unavailable);
}
