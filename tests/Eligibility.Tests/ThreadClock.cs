using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Eligibility.Tests;

/// <summary>
/// The processor time of the calling thread: what something takes by itself, however busy the machine is that tests run on. Where the
/// system tells no such time, the time that passes.
/// </summary>
internal static class ThreadClock
{
    private const int ThreadCpuTime = 3;

    public static TimeSpan Now
    {
        get
        {
            if (OperatingSystem.IsLinux() && clock_gettime(ThreadCpuTime, out var time) == 0) return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / 100);
            return Stopwatch.GetElapsedTime(0);
        }
    }

    [DllImport("libc", ExactSpelling = true)]
    private static extern int clock_gettime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
