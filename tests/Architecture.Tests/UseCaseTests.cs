using System.Reflection;
using System.Text.RegularExpressions;
using Director.Application.Common;
using Director.Domain.Common;
using MediatR;

namespace Director.Architecture.Tests;

/// <summary>What every use case has in common.</summary>
public sealed class UseCaseTests
{
    private static readonly Type[] Requests = [.. LayerTests.Application.GetTypes()
        .Where(t => t is { IsAbstract: false, IsInterface: false } && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)))];

    [Fact]
    public void There_are_use_cases() => Requests.Length.Should().BeGreaterThan(20);

    [Fact]
    public void Every_request_says_what_it_requires() =>
        Requests.Where(t => new[] { typeof(RequiresAttribute), typeof(RequiresPersonAttribute), typeof(AllowAnyoneAttribute) }.Count(a => t.IsDefined(a, false)) != 1)
            .Select(t => t.Name).Should().BeEmpty();

    [Fact]
    public void Every_request_is_a_command_or_a_query_with_a_name_that_says_so() =>
        Requests.Where(t => t.Name.EndsWith("Command", StringComparison.Ordinal) != Is(t, typeof(ICommand<>)) || t.Name.EndsWith("Query", StringComparison.Ordinal) != Is(t, typeof(IQuery<>)))
            .Select(t => t.Name).Should().BeEmpty();

    [Fact]
    public void Every_request_answers_with_a_result() =>
        Requests.Where(t => !t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)
                && i.GetGenericArguments()[0] is { IsGenericType: true } answer && answer.GetGenericTypeDefinition() == typeof(Result<>)))
            .Select(t => t.Name).Should().BeEmpty();

    [Fact]
    public void Every_request_has_exactly_one_handler()
    {
        var handled = LayerTests.Application.GetTypes().SelectMany(t => t.GetInterfaces())
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)).Select(i => i.GetGenericArguments()[0]).ToList();
        handled.Should().OnlyHaveUniqueItems();
        Requests.Except(handled).Should().BeEmpty();
    }

    [Fact]
    public void Requests_are_not_nested_because_two_of_one_name_would_share_a_schema() =>
        Requests.Where(t => t.IsNested).Select(t => t.FullName).Should().BeEmpty();

    [Fact]
    public void Every_request_is_in_a_file_of_its_own_that_has_its_name()
    {
        var files = Directory.EnumerateFiles(Sources(), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(f => (Name: Path.GetFileNameWithoutExtension(f), Text: File.ReadAllText(f))).ToList();
        var misplaced = new List<string>();
        foreach (var request in Requests)
        {
            var useCase = request.Name[..^(request.Name.EndsWith("Command", StringComparison.Ordinal) ? "Command" : "Query").Length];
            var holding = files.Where(f => Regex.IsMatch(f.Text, $@"\brecord {request.Name}\b")).Select(f => f.Name).ToList();
            if (!holding.SequenceEqual([useCase])) misplaced.Add($"{request.Name} is in {string.Join(", ", holding)}");
        }

        misplaced.Should().BeEmpty();
    }

    private static string Sources()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Director.sln"))) folder = folder.Parent;
        return Path.Combine(folder!.FullName, "src", "Application");
    }

    private static bool Is(Type type, Type open) => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == open);
}
