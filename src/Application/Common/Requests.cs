using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Common;

/// <summary>Anything that can be asked of the application; it answers with a value or a coded refusal.</summary>
public interface IUseCase<T> : IRequest<Result<T>>;

/// <summary>Changes something: runs in one transaction, is recorded, commits nothing when refused.</summary>
public interface ICommand<T> : IUseCase<T>;

/// <summary>Reads; changes nothing.</summary>
public interface IQuery<T> : IUseCase<T>;

/// <summary>Marks a command whose transaction is its own affair (a long import of bytes, a first set-up).</summary>
public interface IOwnTransaction;

/// <summary>Marks a command with its own transaction that is done once for an Idempotency-Key all the same, by its own doing.</summary>
public interface IRepeatableByKey;

/// <summary>Says what the caller's role must allow. Every request carries this or <see cref="AllowAnyoneAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(Permission permission) : Attribute
{
    /// <summary>The permission.</summary>
    public Permission Permission { get; } = permission;
}

/// <summary>Marks what people do with their own account: it needs a person who is signed in, no workspace, and is closed to API keys.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresPersonAttribute : Attribute;

/// <summary>Marks the few requests that need no membership: set-up, sign-in, what the server can do.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowAnyoneAttribute : Attribute;
