using System.Linq.Expressions;
using System.Reflection;
using Director.Api.FunctionalTests.Harness;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;

namespace Director.Api.FunctionalTests.Access;

/// <summary>The whole server with one wall taken away: no query is filtered by its workspace.</summary>
public sealed class AppWithoutFilters : DirectorApp
{
    /// <summary>One for all contexts: EF keeps a service provider for each.</summary>
    private static readonly IgnoreFilters Filters = new();

    private protected override void Change(IServiceCollection services) =>
        services.ConfigureDbContext<DirectorDbContext>(options => options.AddInterceptors(Filters));

    /// <summary>Adds <c>IgnoreQueryFilters()</c> to every query before it is compiled.</summary>
    private sealed class IgnoreFilters : IQueryExpressionInterceptor
    {
        public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) => new AtTheRoots().Visit(queryExpression);
    }

    private sealed class AtTheRoots : ExpressionVisitor
    {
        private static readonly MethodInfo Ignore = typeof(EntityFrameworkQueryableExtensions).GetMethods()
            .Single(m => m.Name == nameof(EntityFrameworkQueryableExtensions.IgnoreQueryFilters) && m.GetParameters().Length == 1);

        protected override Expression VisitExtension(Expression node) =>
            node is EntityQueryRootExpression root ? Expression.Call(Ignore.MakeGenericMethod(root.ElementType), root) : base.VisitExtension(node);
    }
}
