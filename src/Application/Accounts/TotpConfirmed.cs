using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using MediatR;

namespace Director.Application.Accounts;

/// <summary>One-time codes are on.</summary>
/// <param name="RecoveryCodes">Ten codes for the day the app is lost, each worth one sign-in; shown this once.</param>
public sealed record TotpConfirmed(IReadOnlyList<string> RecoveryCodes);
