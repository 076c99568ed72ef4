using Director.Application.Generation;
using Director.Domain.Generation;

namespace Director.Infrastructure.UnitTests.Providers;

internal static class Asserting
{
    internal static async Task<byte[]> PictureAsync(this Task<ProviderAnswer> running)
    {
        var answer = await running;
        var finished = answer.Should().BeOfType<ProviderAnswer.Finished>("{0}", answer).Subject;
        return await Bench.BytesAsync(finished.Outputs.Should().ContainSingle().Subject);
    }

    internal static GenerationFailure Failure(this ProviderAnswer answer) => answer.Should().BeOfType<ProviderAnswer.Refused>("{0}", answer).Subject.Failure;
}
