namespace Eligibility.Feel;

/// <summary>How each kind of node is written.</summary>
internal sealed partial class Printer
{
    private void WriteBare(ExpressionSyntax node)
    {
        switch (node)
        {
            case NumberSyntax n: _text.Append(n.Value.ToString()); break;
            case StringSyntax n: _text.Append(Quote(n.Value)); break;
            case BooleanSyntax n: _text.Append(n.Value ? "true" : "false"); break;
            case NullSyntax: _text.Append("null"); break;
            case AtLiteralSyntax n: _text.Append('@').Append(Quote(n.Value)); break;
            case NameSyntax n: _text.Append(_rename?.Invoke(n) ?? n.Name); break;
            case NegationSyntax n: WriteNegation(n); break;
            case BinarySyntax n: WriteBinary(n); break;
            case BetweenSyntax n: WriteBetween(n); break;
            case InSyntax n: WriteIn(n); break;
            case UnaryTestSyntax n:
                _text.Append('(');
                WriteTest(n);
                _text.Append(')');
                break;
            case UnaryTestsSyntax n: WriteTests(n); break;
            case IfSyntax n: WriteIf(n); break;
            case ForSyntax n:
                WriteIterators("for ", n.Iterators, " return ");
                Write(n.Return, Precedence.Open);
                break;
            case QuantifiedSyntax n:
                WriteIterators(n.IsEvery ? "every " : "some ", n.Iterators, " satisfies ");
                Write(n.Condition, Precedence.Open);
                break;
            case PathSyntax n:
                Write(n.Target, Precedence.Primary);
                _text.Append('.').Append(_rename?.Invoke(n) ?? n.Name);
                break;
            case FilterSyntax n:
                Write(n.Target, Precedence.Primary);
                _text.Append('[');
                Write(n.Condition, Precedence.Open);
                _text.Append(']');
                break;
            case CallSyntax n: WriteCall(n); break;
            case ListSyntax n:
                _text.Append('[');
                WriteAll(n.Items, item => Write(item, Precedence.Open));
                _text.Append(']');
                break;
            case ContextSyntax n: WriteContext(n); break;
            case RangeSyntax n:
                _text.Append(n.LowIncluded ? '[' : '(');
                Write(n.Low, Precedence.Additive);
                _text.Append("..");
                Write(n.High, Precedence.Additive);
                _text.Append(n.HighIncluded ? ']' : ')');
                break;
            case InstanceOfSyntax n:
                Write(n.Value, Precedence.InstanceOf);
                _text.Append(" instance of ");
                Write(n.Type);
                break;
            case FunctionSyntax n: WriteFunction(n); break;
            default: throw new InvalidOperationException($"{node.GetType().Name} cannot be printed");
        }
    }

    private void WriteNegation(NegationSyntax node)
    {
        _text.Append('-');
        Write(node.Operand, Precedence.Negation);
    }

    private void WriteBinary(BinarySyntax node)
    {
        var level = PrecedenceOf(node.Operator);
        Write(node.Left, level == Precedence.Comparison ? level + 1 : level);
        _text.Append(' ').Append(Spell(node.Operator)).Append(' ');
        WriteRight(node.Right, level + 1);
    }

    /// <summary>What stands behind a word: <c>date and time</c> is one name, so behind <c>date and</c> a <c>time</c> keeps its brackets.</summary>
    private void WriteRight(ExpressionSyntax node, int least)
    {
        var start = _text.Length;
        Write(node, least);
        if (ReadsAsDateAndTime(start)) _text.Insert(start, '(').Append(')');
    }

    private bool ReadsAsDateAndTime(int right)
    {
        const string Left = "date and ", Right = "time";
        bool Is(int at, string word) => at >= 0 && at + word.Length <= _text.Length && _text.ToString(at, word.Length) == word;
        bool IsInName(int at) => at >= 0 && at < _text.Length && FeelCharacters.IsSimpleName(['_', _text[at]]);
        return Is(right - Left.Length, Left) && Is(right, Right) && !IsInName(right - Left.Length - 1) && !IsInName(right + Right.Length);
    }

    private void WriteBetween(BetweenSyntax node)
    {
        Write(node.Value, Precedence.Additive);
        _text.Append(" between ");
        Write(node.Low, Precedence.Additive);
        _text.Append(" and ");
        WriteRight(node.High, Precedence.Additive);
    }

    private void WriteIn(InSyntax node)
    {
        Write(node.Value, Precedence.Additive);
        _text.Append(" in ");
        if (node.Tests is [UnaryTestSyntax test])
        {
            WriteTest(test);
        }
        else if (node.Tests is [var single])
        {
            Write(single, Precedence.Additive);
        }
        else
        {
            _text.Append('(');
            WriteAll(node.Tests, WriteTest);
            _text.Append(')');
        }
    }

    private void WriteTest(ExpressionSyntax test)
    {
        if (test is not UnaryTestSyntax unary)
        {
            Write(test, Precedence.Open);
            return;
        }
        _text.Append(Spell(unary.Operator)).Append(' ');
        Write(unary.Operand, Precedence.Additive);
    }

    private void WriteTests(UnaryTestsSyntax node)
    {
        if (node.Tests.Count == 0) _text.Append('-');
        // A cell that is a call of `not` keeps brackets, or it would be a negated cell.
        var isCall = !node.IsNegated && node.Tests is [CallSyntax { Target: NameSyntax { Name: "not" } }];
        if (node.IsNegated) _text.Append("not");
        if (node.IsNegated || isCall) _text.Append('(');
        WriteAll(node.Tests, WriteTest);
        if (node.IsNegated || isCall) _text.Append(')');
    }

    private void WriteIf(IfSyntax node)
    {
        _text.Append("if ");
        Write(node.Condition, Precedence.Open);
        _text.Append(" then ");
        Write(node.Then, Precedence.Open);
        _text.Append(" else ");
        Write(node.Else, Precedence.Open);
    }

    private void WriteIterators(string word, IReadOnlyList<IteratorSyntax> iterators, string end)
    {
        _text.Append(word);
        WriteAll(iterators, iterator =>
        {
            _text.Append(iterator.Name).Append(" in ");
            Write(iterator.From, Precedence.Or);
            if (iterator.To is null) return;
            _text.Append("..");
            Write(iterator.To, Precedence.Or);
        });
        _text.Append(end);
    }

    private void WriteCall(CallSyntax node)
    {
        Write(node.Target, Precedence.Primary);
        _text.Append('(');
        WriteAll(node.Arguments, argument =>
        {
            if (argument.Name is { } name) _text.Append(name).Append(": ");
            Write(argument.Value, Precedence.Open);
        });
        _text.Append(')');
    }

    private void WriteContext(ContextSyntax node)
    {
        if (node.Entries.Count == 0)
        {
            _text.Append("{}");
            return;
        }
        _text.Append("{ ");
        WriteAll(node.Entries, entry =>
        {
            _text.Append(FeelCharacters.IsSimpleName(entry.Key) ? entry.Key : Quote(entry.Key)).Append(": ");
            Write(entry.Value, Precedence.Open);
        });
        _text.Append(" }");
    }

    private void WriteFunction(FunctionSyntax node)
    {
        _text.Append("function(");
        WriteAll(node.Parameters, parameter =>
        {
            _text.Append(parameter.Name);
            if (parameter.Type is null) return;
            _text.Append(": ");
            Write(parameter.Type);
        });
        _text.Append(node.IsExternal ? ") external " : ") ");
        Write(node.Body, Precedence.Open);
    }
}
