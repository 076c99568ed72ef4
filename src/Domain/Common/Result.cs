using System.Diagnostics.CodeAnalysis;

namespace Director.Domain.Common;

/// <summary>A result type that can be made from a refusal without knowing its value's type; the pipeline needs it.</summary>
public interface IRefusable<TSelf> where TSelf : IRefusable<TSelf>
{
    /// <summary>The refusal, or null when it succeeded.</summary>
    Error? Error { get; }

    /// <summary>Makes a refused result.</summary>
    static abstract TSelf Refused(Error error);
}

/// <summary>Either a value or a coded <see cref="Error"/>. Refusals are values; exceptions are bugs and outages.</summary>
public readonly struct Result<T> : IRefusable<Result<T>>
{
    private readonly T? value;

    private Result(T? value, Error? error) => (this.value, Error) = (value, error);

    /// <inheritdoc />
    public Error? Error { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    /// <summary>The value; asking for it on a refusal is a bug.</summary>
    public T Value => Error is null ? value! : throw new InvalidOperationException($"No value: refused with {Error.Code}.");

    /// <inheritdoc />
    public static Result<T> Refused(Error error) => new(default, error);

    /// <summary>A success; for interface types, which cannot convert implicitly.</summary>
    public static Result<T> Of(T value) => new(value, null);

    /// <summary>A success.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A refusal.</summary>
    public static implicit operator Result<T>(Error error) => new(default, error);

    /// <summary>Carries a refusal on, or turns the value into another.</summary>
    public Result<TOther> Then<TOther>(Func<T, Result<TOther>> next) => Error is { } e ? e : next(value!);
}

/// <summary>The value of a success that has nothing to say.</summary>
public readonly record struct Done
{
    /// <summary>A success.</summary>
    public static Result<Done> Ok => new Done();
}
